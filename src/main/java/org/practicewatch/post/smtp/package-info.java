/** Letters over SMTP, and as files that any mail program opens. Mail is known nowhere else. */
@NullMarked
package org.practicewatch.post.smtp;

import org.jspecify.annotations.NullMarked;
