import type { LocaleParams } from "@/app/_i18n/read-locale";
import { listMetadata, ListPage } from "../_catalogue/list-page";

// Made when first asked for and kept for a minute: a build needs no database, and a busy day asks it once a minute.
export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

const pathOf = () => "/products";

export const generateMetadata = (props: LocaleParams) => listMetadata(props, pathOf);

export default function ProductsPage({ params }: LocaleParams) {
  return <ListPage params={params} pathOf={pathOf} />;
}
