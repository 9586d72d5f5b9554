/** Makes image URLs in islands cacheable, as the server does. */
import { options } from "preact";
import { lockImage } from "../runtime/asset.ts";

const onCreate = options.vnode;
options.vnode = (vnode) => {
  if (vnode.type === "img" || vnode.type === "source") lockImage(vnode.props);
  onCreate?.(vnode);
};
