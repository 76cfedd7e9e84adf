/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modan.runtime.plugin.exit.ExitMethod;
import org.modan.runtime.text.ThrownText;

/**
 * What was thrown, as far as a user is told of it.
 *
 * @param type the class of the exception
 * @param message empty if it has none
 * @param refusedExit the call that was to end the process, if it was one
 */
record Thrown(Class<?> type, String message, Optional<String> refusedExit) {

    /** What Java keeps of an error for which it does not try a class a second time. */
    private static final Pattern EARLIER =
            Pattern.compile("Exception (\\S+?)(?:: (.*))? \\[in thread .*]", Pattern.DOTALL);

    /** Without what the JDK wrapped around it, which says nothing to a user. */
    static Thrown rootOf(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && isWrapping(root)) {
            root = root.getCause();
        }
        return earlier(root).orElse(of(root));
    }

    boolean isA(Class<? extends Throwable> kind) {
        return kind.isAssignableFrom(type);
    }

    /** The kind of exception and its message. */
    String text() {
        return message.isEmpty() ? kind() : kind() + ": " + message;
    }

    private String kind() {
        Class<?> named = type.isAnonymousClass() ? type.getSuperclass() : type;
        return named.getSimpleName();
    }

    private static Thrown of(Throwable root) {
        String message = ThrownText.message(root).orElse("");
        StackTraceElement[] trace = root.getStackTrace();
        boolean exit = trace.length > 0 && ExitMethod.isSubstitute(trace[0].getMethodName());
        return new Thrown(root.getClass(), message, exit ? Optional.of(message) : Optional.empty());
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof ServiceConfigurationError
                || thrown instanceof ExceptionInInitializerError
                || thrown instanceof NoClassDefFoundError
                || thrown instanceof UndeclaredThrowableException
                || isFromAnotherThread(thrown);
    }

    /** Java's pools make a second exception of the same kind on the thread that waits. */
    private static boolean isFromAnotherThread(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown.getClass() == cause.getClass()
                && (ThrownText.message(thrown)
                        .filter(text -> !text.equals(ThrownText.described(cause)))
                        .isEmpty());
    }

    private static Optional<Thrown> earlier(Throwable root) {
        if (!(root instanceof ExceptionInInitializerError) || root.getMessage() == null) {
            return Optional.empty();
        }
        Matcher matcher = EARLIER.matcher(root.getMessage());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String message = Optional.ofNullable(matcher.group(2)).orElse("");
        return type(matcher.group(1)).map(type -> new Thrown(type, message, Optional.empty()));
    }

    /** One of Java's own; others are named in the message of the whole. */
    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
