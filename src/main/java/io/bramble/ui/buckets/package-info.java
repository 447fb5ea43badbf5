/** The list of buckets, and a bucket's page: keys, usage, settings. */
@NullMarked
package io.bramble.ui.buckets;

import org.jspecify.annotations.NullMarked;
