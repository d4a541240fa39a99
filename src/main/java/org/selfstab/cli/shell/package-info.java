/** Lines of commands: where they come from, and their words. */
package org.selfstab.cli.shell;
