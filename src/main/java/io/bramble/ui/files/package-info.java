/** The files of a bucket: a browser of its folders, and the door for uploads. */
@NullMarked
package io.bramble.ui.files;

import org.jspecify.annotations.NullMarked;
