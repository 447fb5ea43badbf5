@NullMarked
package io.bramble.ui;

import org.jspecify.annotations.NullMarked;
