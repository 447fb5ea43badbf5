@NullMarked
package io.bramble.ui.parts;

import org.jspecify.annotations.NullMarked;
