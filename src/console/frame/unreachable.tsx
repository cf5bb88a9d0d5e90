import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../words/use-words.tsx';

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords();
  return (
    <Center component="main" h="100dvh" p="md">
      <Stack align="center" gap="sm">
        <Title order={1} size="h3">
          {t('frame.unreachable')}
        </Title>
        <Text c="dimmed" ta="center">
          {t('frame.unreachable-more')}
        </Text>
        <Button onClick={onRetry}>{t('frame.retry')}</Button>
      </Stack>
    </Center>
  );
}
