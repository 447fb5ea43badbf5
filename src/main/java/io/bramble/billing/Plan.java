package io.bramble.billing;

/** What an account can choose, with the rate card in force now. */
public record Plan(String code, String title, String summary, RateCard card) {
    public PlanLimits limits() {
        return card.limits();
    }
}
