package io.bramble.web;

import io.bramble.billing.Meter;
import io.bramble.billing.Plan;
import io.bramble.billing.Quantities;
import io.bramble.billing.Window;
import java.util.ArrayList;
import java.util.List;

/** A month as somebody imagines it in the calculator. */
record Usage(long storedGib, long downloadedGib, long writes, long reads) {
    private static final int GIB_SHIFT = 30;

    static Usage of(List<CalculatorForm.Field> fields) {
        return new Usage(
                fields.get(0).number(),
                fields.get(1).number(),
                fields.get(2).number(),
                fields.get(3).number());
    }

    Quantities quantities(Plan plan, Window window) {
        var used = Quantities.NONE
                .plusStored(storedGib << GIB_SHIFT, window)
                .plus(Meter.EGRESS, downloadedGib << GIB_SHIFT)
                .plus(Meter.REQUESTS_A, writes)
                .plus(Meter.REQUESTS_B, reads);
        return plan.limits().engines() > 0 ? used.plus(Meter.ENGINE, window.seconds()) : used;
    }

    /** Why a plan is too small for this, empty if it is not. */
    List<String> tooMuchFor(Plan plan) {
        var limits = plan.limits();
        var reasons = new ArrayList<String>();
        if (storedGib << GIB_SHIFT > limits.storageBytes())
            reasons.add("holds up to " + Numbers.bytes(limits.storageBytes()));
        if (limits.egressBytesPerMonth() != null && downloadedGib << GIB_SHIFT > limits.egressBytesPerMonth())
            reasons.add("gives out up to " + Numbers.bytes(limits.egressBytesPerMonth()) + " a month");
        if (limits.requestsPerMonth() != null && writes + reads > limits.requestsPerMonth())
            reasons.add("answers up to " + Numbers.count(limits.requestsPerMonth()) + " requests a month");
        return reasons;
    }
}
