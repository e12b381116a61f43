/** The button that sends the form to see the places of a district, where no JavaScript could show them. */
export const SHOW_PLACES = "showPlaces";
