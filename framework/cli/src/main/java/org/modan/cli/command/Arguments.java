/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.ModanException;

/** What a user typed after a command. */
public final class Arguments {

    private static final Pattern LONG_OPTION = Pattern.compile("-{1,2}([^=]+)(=.*)?");

    private final Command command;
    private final CommandLine line;

    private Arguments(Command command, CommandLine line) {
        this.command = command;
        this.line = line;
    }

    /**
     * @param words after the command's name
     * @throws ModanException if they do not fit the command's options
     */
    public static Arguments parse(Command command, List<String> words) {
        requireNonNull(command, "command is null");
        Options options = command.options();
        try {
            CommandLine line =
                    DefaultParser.builder()
                            .setAllowPartialMatching(false)
                            .setStripLeadingAndTrailingQuotes(false)
                            .get()
                            .parse(options, words.toArray(String[]::new));
            Arguments arguments = new Arguments(command, line);
            arguments.refuseRepeated();
            arguments.refuseBlank();
            return arguments;
        } catch (UnrecognizedOptionException e) {
            throw problem(command, unknown(e.getOption(), options));
        } catch (MissingArgumentException e) {
            Option option = e.getOption();
            throw problem(command, needsValue(option));
        } catch (ParseException e) {
            throw problem(command, e.getMessage());
        }
    }

    public boolean has(String option) {
        return line.hasOption(option);
    }

    public Optional<String> value(String option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    /** Every value of an option that may be given several times. */
    public List<String> values(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** Every value of an option that takes several, parted by commas. */
    public List<String> items(String option) {
        List<String> items =
                values(option).stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .toList();
        if (items.contains("")) {
            throw problem(
                    "--%s %s: a name is missing beside a comma"
                            .formatted(option, String.join(",", values(option))));
        }
        return items;
    }

    public Optional<Long> wholeNumber(String option) {
        return value(option)
                .map(
                        text -> {
                            try {
                                return Long.valueOf(text.strip());
                            } catch (NumberFormatException e) {
                                throw problem(
                                        "--%s %s: expected a whole number".formatted(option, text));
                            }
                        });
    }

    /** What is no option. */
    public List<String> words() {
        return line.getArgList();
    }

    /**
     * The one word the command takes.
     *
     * @param what it is, as the usage calls it
     */
    public String onlyWord(String what) {
        return optionalWord(what).orElseThrow(() -> problem(what + " is missing"));
    }

    /** The one word the command may take. */
    public Optional<String> optionalWord(String what) {
        if (words().size() > 1) {
            throw problem("expected one %s, not %s".formatted(what, String.join(" ", words())));
        }
        return words().stream().findFirst();
    }

    /** Refuses words where the command takes options only. */
    public void refuseWords() {
        if (!words().isEmpty()) {
            throw problem("takes no " + String.join(" ", words()));
        }
    }

    /** An error in what was typed. */
    public ModanException problem(String message) {
        return problem(command, message);
    }

    private static String needsValue(Option option) {
        return "--%s needs a value (%s)".formatted(option.getLongOpt(), option.getArgName());
    }

    /** An unset variable of a shell would else name the current folder. */
    private void refuseBlank() {
        for (Option option : line.getOptions()) {
            if (option.hasArg() && option.getValuesList().stream().anyMatch(String::isBlank)) {
                throw problem(needsValue(option));
            }
        }
    }

    private void refuseRepeated() {
        for (Option option : line.getOptions()) {
            String name = option.getLongOpt();
            if (!CommonOptions.isRepeatable(name) && values(name).size() > 1) {
                throw problem("--%s is given more than once".formatted(name));
            }
        }
    }

    private static String unknown(String word, Options options) {
        Matcher matcher = LONG_OPTION.matcher(word);
        String name = matcher.matches() ? matcher.group(1) : word;
        if (options.hasLongOption(name)) {
            return "--%s takes no value".formatted(name);
        }
        List<String> known = options.getOptions().stream().map(Option::getLongOpt).toList();
        return "no option --%s%s"
                .formatted(
                        name,
                        DidYouMean.suggest(name, known)
                                .map(near -> ", did you mean --" + near + "?")
                                .orElse(""));
    }

    private static ModanException problem(Command command, String message) {
        return new UsageException(
                command.name(), "%s\nSee modan help %s".formatted(message, command.name()));
    }
}
