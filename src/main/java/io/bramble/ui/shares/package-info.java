/** Links with which people outside download files, or send some. */
@NullMarked
package io.bramble.ui.shares;

import org.jspecify.annotations.NullMarked;
