@NullMarked
package io.bramble.ui.account;

import org.jspecify.annotations.NullMarked;
