# Duet in a container: no shell, no root, nothing written but /app/.duet (a volume, for a SQLite file).
#   docker build -t duet .
#   docker run --init --read-only -v duet:/app/.duet -p 8000:8000 duet
ARG DENO_VERSION=2.9.6

FROM denoland/deno:bin-${DENO_VERSION} AS deno

FROM debian:12-slim AS build
COPY --from=deno /deno /usr/bin/deno
ENV DENO_DIR=/deno-dir
WORKDIR /app
COPY . .
RUN deno task build \
 && deno install --entrypoint serve.ts \
 && mkdir -p /app/.duet

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=deno /deno /usr/bin/deno
COPY --from=build --chown=nonroot:nonroot /deno-dir /deno-dir
COPY --from=build /app /app
COPY --from=build --chown=nonroot:nonroot /app/.duet /app/.duet
ENV DENO_DIR=/deno-dir DENO_NO_UPDATE_CHECK=1 PORT=8000
WORKDIR /app
USER nonroot
EXPOSE 8000
VOLUME ["/app/.duet"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["deno", "run", "--no-prompt", "--cached-only", "--allow-net", "--allow-env=PORT", "tools/health.ts"]
# The task has the permissions, and passes signals on.
ENTRYPOINT ["deno", "task", "--quiet", "serve"]
