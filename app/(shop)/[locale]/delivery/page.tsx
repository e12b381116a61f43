import type { LocaleParams } from "@/app/_i18n/read-locale";
import { DeliveryFees } from "../cart/delivery-fees";
import { InfoPage, infoMetadata } from "../_info/info-page";
import { texts } from "./texts";

export const dynamic = "force-static";
export const revalidate = 60;
export const generateStaticParams = () => [];
export const generateMetadata = infoMetadata("/delivery", texts);

export default function DeliveryPage({ params }: LocaleParams) {
  return (
    <InfoPage page="delivery" params={params} texts={texts}>
      {(locale) => <DeliveryFees locale={locale} />}
    </InfoPage>
  );
}
