/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.nio.file.Path;

/** Carries a problem from where it is found to where problems are collected. */
public final class UnusablePluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient PluginProblem problem;

    public UnusablePluginException(Path jar, String cause, String remedy) {
        this(new PluginProblem(jar, cause, remedy), null);
    }

    public UnusablePluginException(PluginProblem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public PluginProblem problem() {
        return problem;
    }
}
