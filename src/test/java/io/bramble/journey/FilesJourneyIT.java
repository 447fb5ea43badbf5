package io.bramble.journey;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the engine inside Bramble, which keeps any key. */
@ExtendWith(Stage.Setting.class)
class FilesJourneyIT extends FilesJourney {
    private final Stage stage;

    FilesJourneyIT(Stage stage) {
        this.stage = stage;
    }

    @Override
    Visitor arrive() {
        var email = "files-" + UUID.randomUUID() + "@example.org";
        stage.platform().people().add(email, "Fay", Stage.PASSWORD);
        var visitor = stage.visitor();
        visitor.signIn(email, Stage.PASSWORD);
        return visitor;
    }

    @Override
    boolean holds(String key) {
        return true;
    }
}
