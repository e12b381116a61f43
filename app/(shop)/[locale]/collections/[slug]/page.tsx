import type { SlugParams } from "@/app/_i18n/read-locale";
import { listMetadata, ListPage } from "../../_catalogue/list-page";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];

const pathOf = (slug: string) => `/collections/${slug}`;

export const generateMetadata = (props: SlugParams) => listMetadata(props, pathOf);

export default function CollectionPage({ params }: SlugParams) {
  return <ListPage params={params} pathOf={pathOf} />;
}
