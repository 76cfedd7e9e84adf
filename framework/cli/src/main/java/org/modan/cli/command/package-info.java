/**
 * The commands: each reads its options, asks the runtime, and prints what came of it. None trains,
 * plans or loads anything itself.
 */
package org.modan.cli.command;
