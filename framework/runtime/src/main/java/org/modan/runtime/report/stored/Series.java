/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

/** What one arm did on one task under one evaluator. */
public record Series(String arm, String task, String evaluator) {}
