export { default } from "../../../routes/_app.tsx";
