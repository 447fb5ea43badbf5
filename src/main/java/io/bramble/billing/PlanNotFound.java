package io.bramble.billing;

/** No plan has this code. */
public class PlanNotFound extends RuntimeException {
    public PlanNotFound(String code) {
        super("No plan is called " + code);
    }
}
