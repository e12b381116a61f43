/** A drawing with its place kept while it loads. The one that a page opens with is fetched first, the others when they come near. */
export function Picture({
  src,
  alt,
  width,
  height,
  isFirst = false,
  className = "",
}: {
  src: string;
  alt: string;
  width: number;
  height: number;
  isFirst?: boolean;
  className?: string;
}) {
  return (
    // eslint-disable-next-line @next/next/no-img-element -- SVG needs no resizing, and an <img> needs no JavaScript
    <img
      src={src}
      alt={alt}
      width={width}
      height={height}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      className={className}
    />
  );
}
