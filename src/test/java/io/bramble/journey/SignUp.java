package io.bramble.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

/** The way from the landing page into the console: four pages and one mail. */
record SignUp(Stage stage, Visitor visitor) {

    /** @return the link of the mail, which has done its work */
    String run(String name, String email) {
        var page = visitor.page();
        visitor.open("/");
        visitor.link("Sign up").first().click();
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Your name").fill(name);
        visitor.button("Create account").click();
        visitor.button("Accept and continue").click();
        assertThat(page.locator("body")).containsText("Check your mail");
        var link = mailedLink(email);
        choosePassword(link);
        return link;
    }

    /** As a person finds it, at the mailbox page. */
    private String mailedLink(String email) {
        var mailbox = visitor.newTab();
        mailbox.navigate(stage.platform().mailboxUrl().toString());
        mailbox.getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(email))
                .first()
                .click();
        var link = mailbox.locator("article .text a").first();
        assertThat(link).isVisible();
        var address = link.getAttribute("href");
        mailbox.close();
        return address;
    }

    private void choosePassword(String link) {
        var page = visitor.page();
        page.navigate(link);
        page.locator("input[name=password-new]").fill(Stage.PASSWORD);
        page.locator("input[name=password-confirm]").fill(Stage.PASSWORD);
        visitor.button("Continue").click();
        page.waitForURL(stage.console("/console/**"));
        visitor.settle();
    }
}
