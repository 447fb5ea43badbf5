package io.bramble.billing;

/** A version that has been in use was edited. */
public class RateCardChanged extends RuntimeException {
    RateCardChanged(RateCard card) {
        super("The catalogue's plan " + card.plan() + " version " + card.version()
                + " has other terms than the version already in use. Undo the change, or add it as version "
                + (card.version() + 1) + ".");
    }
}
