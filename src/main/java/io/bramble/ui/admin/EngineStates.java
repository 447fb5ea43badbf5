package io.bramble.ui.admin;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.badge.Badge;
import io.bramble.provisioning.EngineView;
import io.bramble.storage.Capability;
import io.bramble.ui.parts.Words;
import java.util.Set;

/** An engine's state in words, and in the colour that goes with them. */
final class EngineStates {
    private EngineStates() {}

    static Badge badge(EngineView engine) {
        var badge = new Badge(Words.of(engine.state()));
        badge.getElement()
                .getThemeList()
                .add(
                        switch (engine.state()) {
                            case STARTING -> "info";
                            case READY -> "success";
                            case AWAY, UNSAFE -> "error";
                        });
        return badge;
    }

    /** A condition's name for people. */
    static String label(String condition) {
        return switch (condition) {
            case "EngineReady" -> "State";
            case "Drift" -> "Access";
            case "KnownHoles" -> "Release";
            default -> condition;
        };
    }

    /** What it can do besides storing objects. */
    static String abilities(Set<Capability> all) {
        if (all.isEmpty()) return "Not tried out yet.";
        return all.stream().sorted().map(Capability::words).collect(joining("; "));
    }

    /** Whether a person should look: it does not work, others have changed it, or it is 85 % full. */
    static boolean needsAttention(EngineView engine) {
        if (engine.problem() != null || !engine.warnings().isEmpty() || engine.state() == EngineView.State.UNSAFE)
            return true;
        var used = engine.usedBytes();
        var capacity = engine.capacityBytes();
        return used != null && capacity != null && used > capacity * 0.85;
    }
}
