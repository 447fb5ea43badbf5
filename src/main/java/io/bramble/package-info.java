@NullMarked
package io.bramble;

import org.jspecify.annotations.NullMarked;
