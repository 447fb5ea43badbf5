package io.bramble.ui.admin;

import com.vaadin.flow.component.badge.Badge;
import io.bramble.account.Standing;
import io.bramble.ui.parts.Words;

/** A standing in words, and in the colour that goes with it. */
final class Standings {
    private Standings() {}

    static Badge badge(Standing standing) {
        var badge = new Badge(Words.of(standing));
        badge.getElement().getThemeList().add(theme(standing));
        return badge;
    }

    static String theme(Standing standing) {
        return switch (standing) {
            case ACTIVE -> "success";
            case WARNED, READ_ONLY -> "warning";
            case SUSPENDED, CLOSED -> "error";
        };
    }
}
