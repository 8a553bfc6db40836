/**
 * The stage of the gallery: seven elements in a theme and a width that the visitor chooses.
 * The elements need nothing of this; it only changes classes of the box around them, as a page could.
 */
const stage = document.querySelector('.stage');
const controls = document.querySelector('.stage-controls');
const choices = [...controls.querySelectorAll('input')];

/** Each radio button's value is a class in site.css: the page's policy allows no styles but those of that file. */
function showChoice() {
  for (const { value, checked } of choices) stage.classList.toggle(value, checked);
}

controls.addEventListener('change', showChoice);

// After a reload or a way back, a browser may check other buttons again, without a change event.
addEventListener('pageshow', showChoice);

// They come hidden, because without this script they would do nothing.
controls.hidden = false;
