/** The person's account, their API tokens, the month's usage. */
@NullMarked
package io.bramble.ui.account;

import org.jspecify.annotations.NullMarked;
