@NullMarked
package io.bramble.ui.admin;

import org.jspecify.annotations.NullMarked;
