import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { Locale } from "@/lib/kernel/money";
import { store } from "@/store.config";
import type { OutgoingMessage } from "./message-sender";

type Letter = Pick<OutgoingMessage, "locale" | "subject" | "says" | "action">;

/** An e-mail as HTML and as plain text, in its reader's language. */
export async function writeLetter(letter: Letter): Promise<{ html: string; text: string }> {
  // When it is needed: next does not let a page import it, and no page renders a letter.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const page = renderToStaticMarkup(<LetterPage {...letter} />);
  return { html: `<!DOCTYPE html>${page}`, text: plainLetter(letter) };
}

const SIGNED: Record<Locale, string> = {
  bn: "প্রশ্ন থাকলে এই ই-মেইলের উত্তর দিন বা ফোন করুন:",
  en: "Questions? Answer this e-mail or call us:",
};

const plainLetter = ({ locale, says, action }: Letter): string =>
  [
    says,
    ...(action ? [`${action.see}:\n${action.link}`] : []),
    `${SIGNED[locale]} ${store.phoneShown[locale]}`,
    `-- \n${store.name[locale]}\n${store.address[locale]}`,
  ].join("\n\n");

/** Mail programs know no style sheets: looks are written beside what they are for. */
const LOOK = {
  body: {
    margin: 0,
    padding: "24px 0",
    backgroundColor: "#f6f2ea",
    color: "#1e2a26",
    fontFamily: "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans Bengali','Nirmala UI',sans-serif",
  },
  page: {
    maxWidth: "560px",
    padding: "28px 24px",
    backgroundColor: "#ffffff",
    border: "1px solid #e2dccf",
    borderRadius: "12px",
  },
  shop: { margin: 0, fontSize: "18px", fontWeight: 700, color: "#0b5d4a" },
  heading: { margin: "18px 0 0", fontSize: "22px", lineHeight: "1.4" },
  text: { fontSize: "16px", lineHeight: "1.7" },
  button: {
    display: "inline-block",
    padding: "13px 26px",
    borderRadius: "999px",
    backgroundColor: "#0b5d4a",
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: 600,
    textDecoration: "none",
  },
  line: { margin: "28px 0 12px", borderColor: "#e2dccf" },
  small: { margin: 0, fontSize: "13px", lineHeight: "1.6", color: "#5a655f" },
} as const;

function LetterPage({ locale, subject, says, action }: Letter) {
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{says}</Preview>
      <Body style={LOOK.body}>
        <Container style={LOOK.page}>
          <Text style={LOOK.shop}>{store.name[locale]}</Text>
          <Heading as="h1" style={LOOK.heading}>
            {subject}
          </Heading>
          <Text style={LOOK.text}>{says}</Text>
          {action && (
            <Button href={action.link} style={LOOK.button}>
              {action.see}
            </Button>
          )}
          <Hr style={LOOK.line} />
          <Text style={LOOK.small}>
            {SIGNED[locale]} {store.phoneShown[locale]}
          </Text>
          <Text style={LOOK.small}>
            {store.legal.owner[locale]}, {store.address[locale]}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
