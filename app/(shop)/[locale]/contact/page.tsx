import type { LocaleParams } from "@/app/_i18n/read-locale";
import { InfoPage, infoMetadata } from "../_info/info-page";
import { texts } from "./texts";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = infoMetadata("/contact", texts);

export default function ContactPage({ params }: LocaleParams) {
  return <InfoPage page="contact" params={params} texts={texts} />;
}
