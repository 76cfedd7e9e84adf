/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.cli.console.Console;
import org.modan.cli.console.Layout;
import org.modan.cli.host.Environment;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.verify.Result;
import org.modan.runtime.verify.Verification;
import org.modan.runtime.verify.VerifyListener;

/**
 * Prints each check of a plugin as soon as it is done: what came out, what was to hold, and why
 * not.
 */
final class VerifyReport implements VerifyListener {

    private static final String INDENT = "  ";
    private static final String SKIPPED = "skipped";
    private static final String MARGIN = " ".repeat(INDENT.length() + SKIPPED.length() + 2);

    private final Environment environment;
    private final Console console;

    VerifyReport(Environment environment, Console console) {
        this.environment = requireNonNull(environment, "environment is null");
        this.console = requireNonNull(console, "console is null");
    }

    @Override
    public void plugin(LoadedPlugin plugin) {
        console.print(PluginsText.heading(plugin));
        console.print(INDENT + environment.shown(plugin.jar()));
        console.print(INDENT + "SHA-256 " + plugin.sha256());
    }

    @Override
    public void extension(ExtensionKind<?> kind, String name) {
        console.print("");
        console.print(kind.noun() + " " + name);
    }

    @Override
    public void result(Result result) {
        print(word(result.state()), result.check());
        result.detail()
                .ifPresent(detail -> console.print(Layout.wrap(detail, console.width(), MARGIN)));
    }

    @Override
    public void unchecked(String why) {
        print(SKIPPED, why);
    }

    /** {@code 17 checks hold, 1 does not. Not checked: dataset busi.} */
    void summary(Verification verification) {
        List<String> counts = new ArrayList<>();
        counts.add(count(verification.ok()) + (verification.ok() == 1 ? " holds" : " hold"));
        if (verification.failed() > 0) {
            counts.add(verification.failed() + " FAILED");
        }
        if (verification.skipped() > 0) {
            counts.add(verification.skipped() + " skipped");
        }
        StringBuilder text = new StringBuilder(String.join(", ", counts)).append('.');
        if (!verification.unchecked().isEmpty()) {
            text.append(" Not checked, for want of options: ")
                    .append(String.join(", ", verification.unchecked()))
                    .append('.');
        }
        console.print("");
        console.print(Layout.wrap(text.toString(), console.width(), ""));
    }

    private void print(String word, String text) {
        List<String> lines = new ArrayList<>(Layout.wrap(text, console.width(), MARGIN));
        lines.set(
                0,
                INDENT
                        + word
                        + " ".repeat(MARGIN.length() - INDENT.length() - word.length())
                        + lines.get(0).strip());
        console.print(lines);
    }

    private static String word(Result.State state) {
        return switch (state) {
            case OK -> "ok";
            case FAILED -> "FAILED";
            case SKIPPED -> SKIPPED;
        };
    }

    private static String count(int checks) {
        return checks == 1 ? "1 check" : checks + " checks";
    }
}
