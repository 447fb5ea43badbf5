@NullMarked
package io.bramble.ui.buckets;

import org.jspecify.annotations.NullMarked;
