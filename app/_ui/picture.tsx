type Load = "first" | "soon" | "later";

/**
 * A drawing with its place kept while it loads. The one that a page opens with is fetched `first`, others that are seen
 * at once `soon`, the rest `later`, when they come near.
 */
export function Picture({
  src,
  alt,
  width,
  height,
  load = "later",
  className = "",
}: {
  src: string;
  alt: string;
  width: number;
  height: number;
  load?: Load;
  className?: string;
}) {
  return (
    // eslint-disable-next-line @next/next/no-img-element -- SVG needs no resizing, and an <img> needs no JavaScript
    <img
      src={src}
      alt={alt}
      width={width}
      height={height}
      loading={load === "later" ? "lazy" : "eager"}
      fetchPriority={load === "first" ? "high" : "auto"}
      decoding="async"
      className={className}
    />
  );
}
