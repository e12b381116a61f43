import "server-only";
import { cache } from "react";
import { listCategories } from "@/lib/catalog/read-catalogue";

/** Header, footer and page ask for them; the database is asked once. */
export const shopCategories = cache(listCategories);
