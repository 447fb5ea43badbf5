/** What screens are made of: numbers and dates as people read them, copy buttons, empty states, notices. */
@NullMarked
package io.bramble.ui.parts;

import org.jspecify.annotations.NullMarked;
