@NullMarked
package io.bramble.ui.files;

import org.jspecify.annotations.NullMarked;
