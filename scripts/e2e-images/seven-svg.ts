/** A drawing that says nothing but a 7. */
export const SEVEN_SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 300 300">
  <rect width="300" height="300" fill="#fff"/>
  <path d="M90 82 C130 76 170 78 206 74 C182 130 158 176 138 232" fill="none" stroke="#1b1b22" stroke-width="14"
    stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;
