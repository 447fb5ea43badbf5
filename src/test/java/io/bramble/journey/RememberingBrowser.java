package io.bramble.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A browser with a folder for what it remembers, which outlives its process. */
record RememberingBrowser(Playwright playwright, BrowserContext context, Visitor visitor, Path profile)
        implements AutoCloseable {

    static RememberingBrowser on(Path profile, Path program, List<String> arguments, URI console) {
        var playwright = Chromium.newPlaywright();
        var all = new ArrayList<>(Chromium.QUIET);
        all.addAll(arguments);
        var context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(program)
                                .setArgs(all)
                                .setLocale("en-GB")
                                .setTimezoneId("UTC"));
        return new RememberingBrowser(playwright, context, new Visitor(context, console), profile);
    }

    /** SIGKILL to all its processes, as if the power failed. */
    void kill() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("--user-data-dir=" + profile))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
        playwright.close();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
