/** Documents as data (facts, tables, figures), and what writes them: pages, Markdown, LaTeX, JSON. They know nothing of the theory. */
package org.selfstab.document;
