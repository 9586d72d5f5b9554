#!/bin/sh
# Starts coturn with the certificate that the proxy gets for DOMAIN, and reads it again when renewed.
# Needs DOMAIN and TURN_SECRET; EXTERNAL_IP (public/private) behind a translation.
set -eu

# Where the proxy keeps its certificates.
certificates=${CERTIFICATES:-/caddy}

certificate() { find "$certificates" -name "$DOMAIN.crt" 2>/dev/null | head -n 1; }

until [ -n "$(certificate)" ]; do
  echo "waiting for the proxy's certificate for $DOMAIN"
  sleep 2
done
found=$(certificate)

# coturn reads its certificate anew on SIGUSR2; the proxy renews it weeks before it expires.
(while sleep "${RELOAD_SECONDS:-43200}"; do kill -USR2 $$ || exit; done) >/dev/null 2>&1 &

# Peers are other people's addresses on the internet, never this machine or its neighbours.
exec turnserver -n --log-file=stdout --no-cli --pidfile=/tmp/turnserver.pid \
  --listening-port=3478 --tls-listening-port=5349 --no-dtls \
  --cert="$found" --pkey="${found%.crt}.key" --no-tlsv1 --no-tlsv1_1 \
  --use-auth-secret --static-auth-secret="$TURN_SECRET" --realm="$DOMAIN" \
  --min-port=49160 --max-port=49959 --fingerprint --stale-nonce=600 \
  --user-quota=12 --total-quota=1200 --no-multicast-peers \
  --denied-peer-ip=0.0.0.0-0.255.255.255 \
  --denied-peer-ip=10.0.0.0-10.255.255.255 \
  --denied-peer-ip=100.64.0.0-100.127.255.255 \
  --denied-peer-ip=127.0.0.0-127.255.255.255 \
  --denied-peer-ip=169.254.0.0-169.254.255.255 \
  --denied-peer-ip=172.16.0.0-172.31.255.255 \
  --denied-peer-ip=192.168.0.0-192.168.255.255 \
  --denied-peer-ip=::1 \
  --denied-peer-ip=fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff \
  --denied-peer-ip=fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff \
  ${EXTERNAL_IP:+--external-ip="$EXTERNAL_IP"} "$@"
