package dev.orderwright;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import dev.orderwright.access.FirstAdministrator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real browser for tests: the installed Chromium, driven by Playwright. Whatever it complains about is collected. */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    static {
        // Who waits for less sees failures that are only a slow machine's.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    private final com.microsoft.playwright.Browser browser = Started.BROWSER;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** One for all tests of a process, which come one after the other: starting it takes longer than many a test. */
    private static final class Started {

        private static final com.microsoft.playwright.Browser BROWSER = start();

        private static com.microsoft.playwright.Browser start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(installed()).setArgs(List.of("--no-sandbox")));
        }
    }

    /** A window of its own, with its own cookies. */
    public Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB"));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // A status of 4xx is an answer like any other; what the policy refuses or a script throws is not, nor that
            // two fight over where the next key goes.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")
                    || message.text().contains("Autofocus")) {
                complaints.add(page.url() + ": " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    public Page desk() {
        return window(1360, 850, ColorScheme.LIGHT);
    }

    public Page phone() {
        return window(390, 844, ColorScheme.LIGHT);
    }

    /** Signs in by hand, as the first administrator. */
    public static void signIn(Page page, World world) {
        signIn(
                page,
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    public static void signIn(Page page, World world, String login, String password) {
        page.navigate(world.url() + "/login");
        page.fill("#login", login);
        page.fill("#password", password);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Keeps a picture below {@code target/screenshots}. */
    public static void keep(Page page, String name) {
        page.screenshot(picture(name));
    }

    /** Keeps a picture of all of the page, also of what one would have to scroll to. */
    public static void keepWhole(Page page, String name) {
        page.screenshot(picture(name).setFullPage(true));
    }

    /**
     * Keeps a picture of all of a page below {@code target/screens}, by how it is looked at; only with {@code
     * -Dscreens}, because pictures take as long as all the looking that they are taken at.
     */
    public static void keepScreen(Page page, String look, String name) {
        if (System.getProperty("screens") == null) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screens", look, name + ".png"))
                .setCaret(ScreenshotCaret.INITIAL)
                .setFullPage(true));
    }

    /** With its text cursor: hiding it would need a style that our own policy refuses. */
    private static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setCaret(ScreenshotCaret.INITIAL);
    }

    /** Script errors, and what the content security policy refused. */
    public List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    private static Path installed() {
        return Stream.of(
                        System.getenv().getOrDefault("ORDERWRIGHT_BROWSER", ""),
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium found; ./orderwright test installs one, or set ORDERWRIGHT_BROWSER"));
    }
}
