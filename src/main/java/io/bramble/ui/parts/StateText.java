package io.bramble.ui.parts;

import com.vaadin.flow.component.badge.Badge;
import io.bramble.bucket.BucketView;

/** A bucket's state in words, and in the colour that goes with them. */
public final class StateText {
    private StateText() {}

    public static String of(BucketView bucket) {
        return switch (bucket.state()) {
            case PROVISIONING -> "Provisioning " + bucket.step() + "/" + bucket.steps() + ": " + bucket.stepText();
            case READY -> bucket.problem() == null ? "Ready" : "Ready, with a problem";
            case FAILED -> "Failed";
            case DELETED ->
                "Deleted" + (bucket.purgeAfter() == null ? "" : ", undo until " + Dates.day(bucket.purgeAfter()));
            case PURGING -> "Being purged";
        };
    }

    public static String theme(BucketView bucket) {
        return switch (bucket.state()) {
            case PROVISIONING -> "info";
            case READY -> bucket.problem() == null ? "success" : "warning";
            case FAILED -> "error";
            case DELETED, PURGING -> "";
        };
    }

    public static Badge badge(BucketView bucket) {
        var badge = new Badge(of(bucket));
        badge.getElement().getThemeList().add(theme(bucket));
        badge.setTestId("bucket-state");
        return badge;
    }
}
