package io.bramble.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Chromium, which speaks to this machine only. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    static Chromium start(String... switches) {
        var arguments = Stream.concat(QUIET.stream(), Stream.of(switches)).toList();
        var playwright = newPlaywright();
        var browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(onPath()).setArgs(arguments));
        return new Chromium(playwright, browser);
    }

    static Playwright newPlaywright() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE_MILLIS);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    Visitor visitor(Browser.NewContextOptions options, URI console) {
        return new Visitor(browser.newContext(options.setLocale("en-GB").setTimezoneId("UTC")), console);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    static Path onPath() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install Chromium (Debian: apt-get install chromium)"));
    }
}
