package io.bramble.journey;

import com.microsoft.playwright.Browser;
import io.bramble.local.LocalPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What all journeys of a run share: one platform, one browser, one demo, each made when first asked for. */
final class Stage implements AutoCloseable {
    static final String PASSWORD = "plain words to remember";

    private final LocalPlatform platform = LocalPlatform.shared();
    private final SingletonSupplier<JsonNode> demo = SingletonSupplier.of(this::addDemo);
    private @Nullable Chromium chromium;

    /** Gives a test class the stage as a constructor parameter; it ends after the last class. */
    static final class Setting implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Stage.class, _ -> new Stage(), Stage.class);
        }
    }

    LocalPlatform platform() {
        return platform;
    }

    String console(String path) {
        return platform.consoleUrl() + path;
    }

    /** The contents of {@code demo.json}. */
    JsonNode demo() {
        return demo.obtain();
    }

    Visitor visitor() {
        return visitor(wishes -> wishes);
    }

    Visitor visitor(UnaryOperator<Browser.NewContextOptions> wishes) {
        if (chromium == null) chromium = Chromium.start();
        return chromium.visitor(wishes.apply(new Browser.NewContextOptions()), platform.consoleUrl());
    }

    /** Somebody with an account of their own, and the API as they may use it. */
    Api newCustomer(String name) {
        var email = name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        platform.people().add(email, name, PASSWORD);
        try (var visitor = visitor()) {
            visitor.signIn(email, PASSWORD);
            return new Api(platform.consoleUrl(), visitor.createToken());
        }
    }

    @Override
    public void close() {
        if (chromium != null) chromium.close();
    }

    private JsonNode addDemo() {
        try {
            platform.addDemo();
            return JsonMapper.shared()
                    .readTree(Files.readString(platform.folder().resolve("demo.json")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
