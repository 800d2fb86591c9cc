package mayday.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import mayday.Turns;

/** Looks for what keeps people from using a page, with axe. */
final class Axe {
    /** The rules that look at colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    /** The screens that the pages are made for. */
    enum Screen {
        DESKTOP(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        void show(Page page) {
            page.setViewportSize(width, height);
        }
    }

    static void check(Page page) {
        assertThat(violations(new AxeBuilder(page))).as(page.url()).isEmpty();
    }

    /**
     * On each of these screens; in a usual build, which takes {@link Turns}, in the light theme on the first and in the dark one on the
     * last. The dark theme has other colours and nothing else: there the colours are looked at.
     */
    static void checkInBothThemes(Page page, Screen... screens) {
        for (var i = 0; i < screens.length; i++) {
            screens[i].show(page);
            if (Turns.areAll() || i == 0) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                check(page);
            }
            if (Turns.areAll() || i == screens.length - 1) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                assertThat(violations(new AxeBuilder(page).withRules(OF_COLOURS)))
                        .as("%s, dark, %s", page.url(), screens[i])
                        .isEmpty();
            }
        }
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .limit(5)
                                .map(node -> node.getHtml())
                                .toList())
                .toList();
    }
}
