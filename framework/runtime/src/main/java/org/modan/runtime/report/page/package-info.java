/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/** The page a report is read on: one file that asks nothing of any network. */
package org.modan.runtime.report.page;
