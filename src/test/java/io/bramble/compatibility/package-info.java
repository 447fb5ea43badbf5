/** What real S3 clients do on each engine with keys that Bramble issued, and the table that says so. */
@NullMarked
package io.bramble.compatibility;

import org.jspecify.annotations.NullMarked;
