"use client";
import { useEffect, useRef, useState } from "react";
import { Icon } from "@/app/_ui/icon";
import { Picture } from "@/app/_ui/picture";
import { onVariant } from "./chosen-variant";

interface Shown {
  readonly src: string;
  readonly alt: string;
}

interface Words {
  readonly pictures: string;
  readonly enlarge: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
}

/**
 * A product's pictures in a row that a finger swipes; a tap enlarges one. Without JavaScript the row still moves, and a tap
 * opens the picture's own file.
 */
export function Gallery({ pictures, words }: { pictures: readonly Shown[]; words: Words }) {
  const [ofVariant, setOfVariant] = useState<string | null>(null);
  const [open, setOpen] = useState(0);
  const row = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLDialogElement>(null);
  useEffect(
    () =>
      onVariant((picture) => {
        setOfVariant(picture);
        row.current?.scrollTo({ left: 0 });
      }),
    [],
  );
  const shown = pictures.map((picture, index) =>
    index === 0 && ofVariant ? { ...picture, src: ofVariant } : picture,
  );
  const enlarged = shown[open];
  const goTo = (index: number) => setOpen((index + shown.length) % shown.length);
  return (
    <div className="lg:sticky lg:top-6 lg:self-start">
      <ul
        ref={row}
        aria-label={words.pictures}
        className="flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain rounded-card bg-jute-tint"
      >
        {shown.map(({ src, alt }, index) => (
          <li key={index} id={`picture-${index + 1}`} className="w-full shrink-0 snap-center">
            <a
              href={src}
              aria-label={`${words.enlarge}: ${alt}`}
              className="block cursor-zoom-in"
              onClick={(event) => {
                event.preventDefault();
                setOpen(index);
                box.current?.showModal();
              }}
            >
              <Picture
                src={src}
                alt={alt}
                width={800}
                height={800}
                load={index === 0 ? "first" : "later"}
                className="aspect-square w-full object-cover max-lg:max-h-[26rem]"
              />
            </a>
          </li>
        ))}
      </ul>
      {shown.length > 1 && (
        <ul className="mt-3 flex gap-2">
          {shown.map(({ src, alt }, index) => (
            <li key={index}>
              <a
                href={`#picture-${index + 1}`}
                onClick={(event) => {
                  event.preventDefault();
                  row.current?.scrollTo({ left: index * row.current.clientWidth, behavior: "smooth" });
                }}
                className="block overflow-hidden rounded-lg border border-line hover:border-brand"
              >
                <Picture
                  src={src}
                  alt={alt}
                  width={72}
                  height={72}
                  className="size-16 object-cover lg:size-18"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      <dialog
        ref={box}
        aria-label={enlarged?.alt}
        className="m-auto max-h-dvh max-w-[100vw] bg-transparent p-0 backdrop:bg-shade/80"
        onClick={(event) => event.target === box.current && box.current.close()}
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") goTo(open - 1);
          if (event.key === "ArrowRight") goTo(open + 1);
        }}
      >
        {enlarged && (
          <div className="relative">
            <Picture
              src={enlarged.src}
              alt={enlarged.alt}
              width={800}
              height={800}
              className="h-auto max-h-[92dvh] w-[min(92vw,92dvh)] rounded-card bg-jute-tint object-contain"
            />
            <button
              type="button"
              aria-label={words.close}
              onClick={() => box.current?.close()}
              className="absolute end-2 top-2 grid size-11 place-items-center rounded-full bg-card text-ink"
            >
              <Icon name="close" />
            </button>
            {shown.length > 1 && (
              <p className="absolute inset-x-2 bottom-2 flex justify-between">
                <button
                  type="button"
                  aria-label={words.previous}
                  onClick={() => goTo(open - 1)}
                  className="grid size-11 rotate-180 place-items-center rounded-full bg-card text-ink"
                >
                  <Icon name="arrow" />
                </button>
                <button
                  type="button"
                  aria-label={words.next}
                  onClick={() => goTo(open + 1)}
                  className="grid size-11 place-items-center rounded-full bg-card text-ink"
                >
                  <Icon name="arrow" />
                </button>
              </p>
            )}
          </div>
        )}
      </dialog>
    </div>
  );
}
