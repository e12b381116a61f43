import type { LocaleParams } from "@/app/_i18n/read-locale";
import { InfoPage, infoMetadata } from "../_info/info-page";
import { texts } from "./texts";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = infoMetadata("/terms", texts);

export default function TermsPage({ params }: LocaleParams) {
  return <InfoPage page="terms" params={params} texts={texts} />;
}
