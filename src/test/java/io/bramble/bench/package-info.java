/** What {@code bin/bench NAME} measures, each figure beside a peer in the same run; see {@code bench/README.md}. */
@NullMarked
package io.bramble.bench;

import org.jspecify.annotations.NullMarked;
